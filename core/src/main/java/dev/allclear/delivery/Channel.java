package dev.allclear.delivery;

/// One way to reach one person. Implementations block: the engine gives every send its own virtual thread and its own
/// retry plan. The channel reports, the engine decides.
public interface Channel {

    Outcome send(Letter letter);
}
