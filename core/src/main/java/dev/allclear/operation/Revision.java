package dev.allclear.operation;

import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;

/// What is known of an incident, changed without a new word in its timeline.
public record Revision(
        String title,
        Severity severity,
        String impact,
        String scope,
        Workaround workaround,
        String doing,
        RootCause cause,
        String fix,
        EstimateChange estimate) {}
