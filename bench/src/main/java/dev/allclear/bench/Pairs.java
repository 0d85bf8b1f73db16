package dev.allclear.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measurements taken in turns, ours and the reference's, so that a noisy minute falls on both.
final class Pairs {

    /// One measurement of one side.
    interface Measurement {
        double take() throws Exception;
    }

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    static Pairs of(int count, Measurement ours, Measurement theirs) throws Exception {
        var pairs = new Pairs();
        for (var i = 0; i < count; i++) {
            // Who begins changes too.
            if (i % 2 == 0) {
                pairs.ours.add(ours.take());
                pairs.theirs.add(theirs.take());
            } else {
                pairs.theirs.add(theirs.take());
                pairs.ours.add(ours.take());
            }
        }
        return pairs;
    }

    private double ratio() {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return median(ratios);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// `{"ours":..., "reference":..., "ratio":...}`: medians, and the median of the pairs' ratios.
    String json(String reference) {
        return String.format(
                Locale.ROOT,
                "{\"ours\":%.0f,\"%s\":%.0f,\"ratio\":%.3f,\"pairs\":%d}",
                median(ours),
                reference,
                median(theirs),
                ratio(),
                ours.size());
    }
}
