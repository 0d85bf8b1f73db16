package dev.allclear.desk.console.playbooks;

import dev.allclear.playbook.Mistake;
import java.util.List;

/// What is wrong with a playbook that is being written; or, where nothing is, what it says.
public record CheckView(List<Mistake> mistakes, List<Said> said) {}
