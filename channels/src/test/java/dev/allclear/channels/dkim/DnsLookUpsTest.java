package dev.allclear.channels.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.sender.Dns.Kind;
import dev.allclear.sender.Dns.Reply;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsLookUpsTest {

    private static final Map<String, List<String>> ZONE = Map.of(
            "example.com. TXT", List.of("\"v=spf1 \" \"a:mail.example.com ~all\""),
            "example.com. MX", List.of("10 mail.example.com."),
            "mail.example.com. A", List.of("192.0.2.7"),
            "7.2.0.192.in-addr.arpa. PTR", List.of("mail.example.com."));

    @Test
    void what_stands_in_dns_is_found_in_its_own_form() throws Exception {
        try (var server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            var resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
            resolver.setPort(server.getLocalPort());
            var dns = new DnsLookUps(resolver);

            assertThat(dns.ask("example.com", Kind.TXT))
                    .isEqualTo(new Reply.Found(List.of("v=spf1 a:mail.example.com ~all")));
            assertThat(dns.ask("example.com", Kind.MX)).isEqualTo(new Reply.Found(List.of("10 mail.example.com")));
            assertThat(dns.ask("mail.example.com", Kind.A)).isEqualTo(new Reply.Found(List.of("192.0.2.7")));
            assertThat(dns.ask("192.0.2.7", Kind.PTR)).isEqualTo(new Reply.Found(List.of("mail.example.com")));
            assertThat(dns.ask("mail.example.com", Kind.AAAA)).isEqualTo(new Reply.None());
            assertThat(dns.ask("nothing.example.com", Kind.TXT)).isEqualTo(new Reply.None());
            assertThat(dns.ask("broken.example.com", Kind.TXT)).isInstanceOf(Reply.Unanswered.class);
        }
    }

    private static void serve(DatagramSocket socket) {
        var buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                var answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Message answer(Message query) throws IOException {
        var question = query.getQuestion();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        var name = question.getName().toString();
        if (name.startsWith("broken.")) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (ZONE.keySet().stream().noneMatch(key -> key.startsWith(name + " "))) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        var key = name + " " + Type.string(question.getType());
        for (var value : ZONE.getOrDefault(key, List.of())) {
            answer.addRecord(
                    Record.fromString(
                            question.getName(),
                            question.getType(),
                            question.getDClass(),
                            60,
                            value,
                            question.getName()),
                    Section.ANSWER);
        }
        return answer;
    }
}
