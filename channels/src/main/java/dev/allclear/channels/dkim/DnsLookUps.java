package dev.allclear.channels.dkim;

import dev.allclear.sender.Dns;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks the name servers of this machine, and remembers nothing: whoever looks has just published something.
public final class DnsLookUps implements Dns {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Resolver resolver;

    DnsLookUps(Resolver resolver) {
        this.resolver = resolver;
        resolver.setTimeout(PATIENCE);
    }

    /// @return what asks the servers that this machine is set up with
    public static DnsLookUps ofMachine() {
        var resolver = new ExtendedResolver();
        resolver.setRetries(1);
        return new DnsLookUps(resolver);
    }

    @Override
    public Reply ask(String name, Kind kind) {
        try {
            return ask(new Lookup(kind == Kind.PTR ? reverse(name) : Name.fromString(name, Name.root), type(kind)));
        } catch (TextParseException | UnknownHostException unfit) {
            return new Reply.None();
        }
    }

    private Reply ask(Lookup lookup) {
        lookup.setCache(null);
        lookup.setResolver(resolver);
        lookup.setSearchPath((Name[]) null);
        var records = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL ->
                new Reply.Found(
                        Arrays.stream(records).map(DnsLookUps::value).sorted().toList());
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Reply.None();
            default -> new Reply.Unanswered(lookup.getErrorString() + ". Try again in a minute.");
        };
    }

    private static Name reverse(String address) throws UnknownHostException {
        // Only what is an address already, so that nothing is looked up here.
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new UnknownHostException(address);
        }
        return ReverseMap.fromAddress(InetAddress.getByName(address));
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case TXT -> Type.TXT;
            case MX -> Type.MX;
            case A -> Type.A;
            case AAAA -> Type.AAAA;
            case PTR -> Type.PTR;
        };
    }

    private static String value(Record record) {
        return switch (record) {
            case TXTRecord text -> text.getStrings().stream().collect(Collectors.joining());
            case MXRecord mx -> mx.getPriority() + " " + mx.getTarget().toString(true);
            case ARecord four -> four.getAddress().getHostAddress();
            case AAAARecord six -> six.getAddress().getHostAddress();
            case PTRRecord pointer -> pointer.getTarget().toString(true);
            default -> record.rdataToString();
        };
    }
}
