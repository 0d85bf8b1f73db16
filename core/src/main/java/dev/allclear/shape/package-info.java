/// One message, many shapes: what is known is written once as facts ([Message]) and shaped for every channel
/// ([Shapes]).
///
/// ```java
/// var shapes = Shapes.of(message);
/// shapes.copy(Shape.SMS);                       // the text, empty where it can't fit
/// shapes.made(Shape.SMS);                       // Ready, Thin or TooLong: what was left out, what is too long by how
/// much
/// shapes.measures(Shape.SMS);                   // 153 of 160 septets, 1 message
/// shapes.edit(Shape.SMS, copy).lacks(Shape.SMS) // over a limit? impact, next update, window or link lost?
/// ```
///
/// What goes when room gets short follows one order ([ShortText]): impact and next update (or window, or all-clear)
/// never go; then stay, in this order, the task for the customer, the link, a workaround, the scope, the start; cause,
/// apology and our own doings go first. Values are cut only at joints where the rest stands alone ([Clauses]). A scope
/// that has to go leaves a hedge behind, so that no short text claims more than is true.
///
/// A language is one file, `<tag>.properties`, in this package's resources. A language without one gets
/// `und.properties`: the author's values joined by signs, so that no message mixes two languages.
@NullMarked
package dev.allclear.shape;

import org.jspecify.annotations.NullMarked;
