package dev.allclear.app;

import dev.allclear.app.settings.Returning;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.channels.inbound.Intake;
import dev.allclear.channels.inbound.ReturnMailbox;
import dev.allclear.channels.inbound.SmtpLimits;
import dev.allclear.channels.inbound.SmtpListener;
import dev.allclear.operation.ReturnDesk;
import dev.allclear.returns.ReturnAddresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/// Opens the ways by which mail comes back to us.
final class ReturnWiring {

    private ReturnWiring() {}

    /// @param opened is told of each part, to close it in the end
    static void open(Returning returning, ReturnAddresses addresses, ReturnDesk desk, Consumer<AutoCloseable> opened) {
        var intake = new Intake(addresses, desk::read, desk::take);
        returning.listen().ifPresent(at -> opened.accept(listener(at, intake)));
        returning.mailbox().ifPresent(settings -> {
            var mailbox = new ReturnMailbox(settings, intake);
            opened.accept(mailbox);
            mailbox.start();
        });
    }

    private static SmtpListener listener(InetSocketAddress at, Intake intake) {
        try {
            return SmtpListener.open(at, intake, SmtpLimits.USUAL);
        } catch (IOException taken) {
            throw new WrongSetting("Can't listen for returned mail on " + at.getHostString() + ":" + at.getPort()
                    + ": another program has it, or it isn't this machine's. Choose another with --return-listen.");
        }
    }
}
