/// Reading a message: words, sentences, clock times and phrases.
@NullMarked
package dev.allclear.coach.text;

import org.jspecify.annotations.NullMarked;
