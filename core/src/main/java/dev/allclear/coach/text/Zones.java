package dev.allclear.coach.text;

import java.util.regex.Pattern;

/// How people write time zones.
final class Zones {

    private static final String ABBREVIATION =
            "(?:UTC|GMT|CES?T|MES?Z|WES?T|EES?T|BST|IST|MSK|TRT|[ECMP][SD]?T|AK[SD]T|H[SD]?T|A[CEW]?[SD]T|NZ[SD]?T|JST|KST|SGT|HKT|PHT"
                    + "|WIB|WITA|ICT|PKT|NPT|SAST|CAT|EAT|WAT|GST|AST|BRS?T|ART|CLS?T|COT|PET|VET|UYT|NST|NDT|SST|ChST"
                    + "|utc|gmt|pst|pdt|edt|cdt|mdt|cest|cet|bst|aest|aedt|mez|mesz|Utc|Gmt)";

    private static final String NAME =
            "(?:(?:US |U\\.S\\. )?(?:Pacific|Eastern|Central|Mountain|Atlantic)(?: (?:Standard |Daylight )?[Tt]ime)?"
                    + "|(?:[Ll]ocal|LOCAL) ?(?:[Tt]ime|TIME)?|[Oo]rtszeit|[Zz]ulu|(?:UK|US|EU|[A-Z][\\p{L}]{2,15}+(?: [A-Z][\\p{L}]{2,15}+)?) [Tt]ime"
                    + "|[Ee]astern|(?:deutscher|mitteleuropäischer|Berliner|Wiener|Zürcher|hiesiger) (?:Sommer)?[Zz]eit"
                    + "|(?:Africa|America|Asia|Australia|Europe|Pacific|Atlantic)/[A-Z][A-Za-z_]{2,20}+)";

    static final Pattern ZONE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?:" + ABBREVIATION + "(?: ?[+-−]\\d{1,2}(?::?\\d\\d)?)?|" + NAME
                    + ")(?![\\p{L}\\p{N}_])|(?<=\\d)(?:UTC|GMT|Z|PST|PDT|EST|EDT|CET|CEST|CST|CDT|BST|PT|ET)(?![\\p{L}\\p{N}])|(?<=\\d\\d:\\d\\d|\\d\\d:\\d\\d:\\d\\d) ?[+−-](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)");

    /// A zone that is declared for a whole text or table: "all times in CET", "Time (UTC)".
    static final Pattern DECLARED = Pattern.compile(
            "(?i:\\btimes?|\\btime ?zone|\\bzeiten|\\buhrzeiten|\\bzeitzone|\\bzeitangaben|\\btimestamps?)(?: ?(?i:are|is|shown|given|listed|noted|below|above|stated|in diesem|sind|alle|here|all))*+"
                    + "(?: ?(?i:in|as|:|\\(|=|zone:?))*+ ?(?i:the )?(?:" + ABBREVIATION + "|" + NAME + ")(?![\\p{L}])");

    private Zones() {}
}
