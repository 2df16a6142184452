package earshot.local.text;

import java.io.PrintStream;

/** Where the person who runs the stack reads: one line per event, in colour only on a terminal. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colours;

    public Console(PrintStream out, PrintStream err, boolean colours) {
        this.out = out;
        this.err = err;
        this.colours = colours;
    }

    // The JDK may be told to have no console at all.
    @SuppressWarnings("SystemConsoleNull")
    public static Console ofThisProcess() {
        var terminal = System.console();
        return new Console(System.out, System.err, terminal != null && terminal.isTerminal());
    }

    /** How a line shows on a terminal. */
    public enum Colour {
        PLAIN(""),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        CYAN("36");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    /** Prints one line, whatever line breaks and control characters the text holds. */
    public void line(Colour colour, String text) {
        out.println(coloured(colour, OneLine.of(text)));
    }

    public void line(String text) {
        line(Colour.PLAIN, text);
    }

    /** Prints prepared lines, such as a table. */
    public void block(String text) {
        out.println(text);
    }

    /** One line on stderr. */
    public void fault(String text) {
        err.println(OneLine.of(text));
    }

    /** Says that a function failed; nothing when it answered. */
    public void failure(String function, Invocation invocation) {
        switch (invocation) {
            case Invocation.Answered _ -> {}
            case Invocation.Failed(Throwable cause) ->
                    line(Colour.RED, "  failed   " + function + ": " + cause);
            case Invocation.TimedOut() ->
                    line(Colour.RED, "  timeout  " + function + " was stopped");
        }
    }

    private String coloured(Colour colour, String text) {
        return colours && !colour.code.isEmpty()
                ? "\u001b[" + colour.code + "m" + text + "\u001b[0m"
                : text;
    }
}
