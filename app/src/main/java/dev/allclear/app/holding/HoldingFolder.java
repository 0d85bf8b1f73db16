package dev.allclear.app.holding;

import dev.allclear.app.settings.WrongSetting;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.holding.HoldingPage;
import dev.allclear.edge.holding.HoldingProblem;
import dev.allclear.edge.holding.House;
import dev.allclear.edge.holding.Notice;
import dev.allclear.edge.holding.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The folder from which a proxy serves the holding page. A proxy may be reading it: each file is whole or not there.
public final class HoldingFolder {

    private final Path folder;

    public HoldingFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path path() {
        return folder;
    }

    /// @return what was written
    /// @throws WrongSetting when the folder can't be written
    public List<SiteFile> write(House house, Notice notice) {
        var files = new ArrayList<SiteFile>();
        files.add(new HoldingPage().html(house, notice));
        files.add(HoldingProblem.json(house, notice));
        files.addAll(Recipes.all(folder.toString(), notice));
        try {
            Files.createDirectories(folder);
            for (var file : files) {
                write(folder.resolve(file.path().substring(1)), file.body());
            }
        } catch (IOException unwritable) {
            throw new WrongSetting("The folder " + folder + " can't be written: " + unwritable.getMessage() + ".");
        }
        return files;
    }

    private static void write(Path file, byte[] body) throws IOException {
        var beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.write(beside, body);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
