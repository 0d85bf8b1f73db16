package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every pushed message links to the page where the story goes on.
final class NoStatusLink implements Rule {

    private static final Set<Channel> PUSHED = Set.of(Channel.EMAIL, Channel.SMS, Channel.POST);

    @Override
    public String id() {
        return "no-status-link";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var url = reading.context().house().statusUrl();
        if (url.isEmpty()
                || !PUSHED.contains(reading.channel())
                || links(reading.body().text(), url.get())) {
            return List.of();
        }
        return List.of(page.finding(Weight.WARN, Field.BODY, reading.endOfBody(), "", "url", url.get())
                .with(new Fix(page.sentence("button", ""), Field.BODY, reading.endOfBody(), " " + url.get())));
    }

    private static boolean links(String text, String url) {
        var bare = url.replaceFirst("^https?://", "").replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        return text.toLowerCase(Locale.ROOT).contains(bare);
    }
}
