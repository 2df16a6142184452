package earshot.stack;

import java.nio.file.Path;

/** Where the template says that something to upload lies. */
final class Zip {
    private Zip() {}

    /**
     * The file that a property names; anything but a zip is a fault.
     *
     * @param template the file, from whose folder the property counts
     */
    static Path beside(Path template, Section properties, String property) {
        var uri = properties.text(property);
        if (!uri.endsWith(".zip")) {
            properties.fault(property, "has to be the zip that mvn package makes: " + uri);
        }
        return template.resolveSibling(uri).normalize();
    }
}
