package dev.allclear.channels.inbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A mail client as plain as can be: writes bytes, reads replies.
record Dialogue(Socket socket, BufferedReader replies) implements AutoCloseable {

    static Dialogue with(SmtpListener listener) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(10_000);
        return new Dialogue(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
    }

    /// Greeted, and ready for MAIL.
    static Dialogue greeted(SmtpListener listener) throws IOException {
        var dialogue = with(listener);
        dialogue.reply();
        dialogue.ask("EHLO mta.lab.example");
        return dialogue;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// The last line of the next reply; `gone` where the other side has hung up.
    String reply() throws IOException {
        try {
            for (String line; (line = replies.readLine()) != null; ) {
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return line;
                }
            }
        } catch (SocketException reset) {
            // Also a way to hang up.
        }
        return "gone";
    }

    String ask(String command) throws IOException {
        write(command + "\r\n");
        return reply();
    }

    /// @return the reply to the mail
    String send(String recipient, String mail) throws IOException {
        for (var command : List.of("MAIL FROM:<>", "RCPT TO:<" + recipient + ">", "DATA")) {
            var reply = ask(command);
            if (!reply.startsWith("2") && !reply.startsWith("3")) {
                return reply;
            }
        }
        write(mail.replaceAll("(?m)^\\.", ".."));
        return ask("\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
