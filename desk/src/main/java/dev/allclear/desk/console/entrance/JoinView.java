package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;
import dev.allclear.desk.web.Form;

/// The form by which somebody who works on another page joins this one.
public record JoinView(Door door, Form form, String email, String page, String role, String action) {}
