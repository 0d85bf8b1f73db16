package dev.allclear.desk.console.playbooks;

/// What a new playbook begins with: every part that there must be, and a first sentence for each.
final class Blank {

    static final String TEXT = """
            # A name that a person in a hurry understands

            Kind: outage
            Severity: major
            State: partial outage
            Words: what people search for, in single words

            ## When to use

            What customers cannot do when this is the right one.

            ## Ask

            - {impact} What do customers notice?
              - Reports cannot be opened -> Reports can be opened again
            - {scope} Who is affected?
              - All customers
            - {workaround} What can they do meanwhile?
              - You can look the figures up in the overview

            ## Investigating

            Title: {impact}
            Title: Part of {product} is not working

            {impact}. This has been happening since {since}. [[Affected: {scope}.]]

            [[{workaround}.]] [[if no workaround yet: There is no workaround yet.]]

            We are looking for the cause. Next update by {nextUpdate}, earlier if something changes.

            ## Identified

            Title: {impact}: we know why
            Title: Part of {product} is not working: we know why

            {impact}. [[What went wrong: {cause}.]] [[{doing}.]] [[We expect it to work again by {estimate}.]]

            [[{workaround}.]] Next update by {nextUpdate}, earlier if something changes.

            ## Monitoring

            Title: It works again, and we are watching

            [[{worksAgain}.]] Our correction is in place, and we are watching it. Next update by {nextUpdate}.

            ## Resolved

            Title: {worksAgain}
            Title: {product} works again

            {worksAgain}. It lasted {duration}, from {since} to {restoredAt}. [[The cause: {cause}.]] {fix}.

            [[{leftovers}.]] [[{nextStep}.]] We are sorry for the trouble this made for you.

            ## Report

            Title: What happened, and what we change

            ### What went wrong

            From {since} to {restoredAt}: {effect}. [[The cause: {cause}.]]

            ### How we fixed it

            {fix}.

            ### What we change

            {prevention}.
            """;

    private Blank() {}
}
