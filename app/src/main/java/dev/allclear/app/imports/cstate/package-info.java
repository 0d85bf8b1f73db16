/// Reads a [cState](https://github.com/cstate/cstate) page: a folder of Markdown files with front matter.
@NullMarked
package dev.allclear.app.imports.cstate;

import org.jspecify.annotations.NullMarked;
