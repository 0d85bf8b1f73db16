package dev.allclear.channels.email;

import java.util.List;

/// A mail as all get it who read the same news in the same language and time zone, but for a few gaps.
///
/// Rendering and encoding take half a millisecond; filling gaps takes a hundredth of that.
final class PreparedMail {

    /// @param at how many of the fixed bytes stand in front of it
    record Place(int at, Gap gap) {}

    private final byte[] fixed;
    private final List<Place> places;

    PreparedMail(byte[] fixed, List<Place> places) {
        this.fixed = fixed;
        this.places = List.copyOf(places);
    }

    /// What one reader has in the gaps.
    interface Filling {
        /// @return as it goes over the wire
        byte[] of(Gap gap);
    }

    byte[] filled(Filling filling) {
        var fillings = new byte[places.size()][];
        var length = fixed.length;
        for (var i = 0; i < fillings.length; i++) {
            fillings[i] = filling.of(places.get(i).gap());
            length += fillings[i].length;
        }
        var mail = new byte[length];
        var from = 0;
        var to = 0;
        for (var i = 0; i < fillings.length; i++) {
            var at = places.get(i).at();
            System.arraycopy(fixed, from, mail, to, at - from);
            System.arraycopy(fillings[i], 0, mail, to + at - from, fillings[i].length);
            to += at - from + fillings[i].length;
            from = at;
        }
        System.arraycopy(fixed, from, mail, to, fixed.length - from);
        return mail;
    }
}
