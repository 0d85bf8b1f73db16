package dev.allclear.coach.rule;

/// Tells account and card numbers from other long numbers.
final class Checksums {

    private Checksums() {}

    static boolean luhn(String number) {
        var digits = number.replaceAll("\\D", "");
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && sum % 10 == 0 && !digits.matches("0+");
    }

    /// ISO 13616: the whole number, letters as 10 to 35 and its first four moved behind, leaves 1 when divided by 97.
    static boolean iban(String number) {
        var plain = number.replace(" ", "");
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        var moved = plain.substring(4) + plain.substring(0, 4);
        var rest = 0;
        for (var i = 0; i < moved.length(); i++) {
            var value = Character.digit(moved.charAt(i), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }
}
