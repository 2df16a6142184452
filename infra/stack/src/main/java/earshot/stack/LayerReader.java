package earshot.stack;

import java.nio.file.Path;

/** Reads one {@code AWS::Serverless::LayerVersion}. */
final class LayerReader {
    private LayerReader() {}

    /**
     * The zip of the layer, absolute.
     *
     * @param template the file, from whose folder {@code ContentUri} counts
     */
    static Path read(Section properties, Path template) {
        var path = Zip.beside(template, properties, "ContentUri");
        properties.finish(
                "LayerName",
                "Description",
                "CompatibleArchitectures",
                "CompatibleRuntimes",
                "LicenseInfo",
                "PublishLambdaVersion",
                "RetentionPolicy");
        return path;
    }
}
