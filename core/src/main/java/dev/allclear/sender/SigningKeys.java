package dev.allclear.sender;

import java.util.List;

/// The port behind which signing keys are kept.
public interface SigningKeys {

    /// Newest first.
    List<SigningKey> all(String domain);

    void save(SigningKey key);
}
