/// What this machine gives us: chance, secrets, files of the installation.
@NullMarked
package dev.allclear.app.machine;

import org.jspecify.annotations.NullMarked;
