/// The rules, one small class each; what they say and the words they know are on their pages of the style guide.
@NullMarked
package dev.allclear.coach.rule;

import org.jspecify.annotations.NullMarked;
