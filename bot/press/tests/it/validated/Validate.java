import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Reads every PDF of a folder and says of each, in a line with tabs: its name, which part of PDF/A it claims, whether
 * it holds that, of how many checks, and each rule that is broken.
 */
class Validate {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var files = Files.list(Path.of(words[0]))) {
            for (var file : files.sorted().toList()) System.out.println(file.getFileName() + "\t" + verdict(file));
        }
    }

    static String verdict(Path file) {
        try (var bytes = new FileInputStream(file.toFile());
             PDFAParser parser = Foundries.defaultInstance().createParser(bytes)) {
            if (parser.getFlavours().isEmpty()) return "none\tno\t0";
            var flavour = parser.getFlavour();
            try (var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                var broken = new TreeMap<String, String>();
                for (var it : result.getTestAssertions()) {
                    if (it.getStatus() != TestAssertion.Status.FAILED) continue;
                    var rule = it.getRuleId();
                    broken.put(rule.getClause() + "-" + rule.getTestNumber(), it.getMessage().replaceAll("\\s+", " "));
                }
                var said = new StringBuilder(flavour.getId());
                said.append(result.isCompliant() ? "\tyes\t" : "\tno\t").append(result.getTotalAssertions());
                broken.forEach((rule, why) -> said.append("\t").append(rule).append(" ").append(why));
                return said.toString();
            }
        } catch (Exception trouble) {
            return "unreadable\tno\t0\t" + trouble;
        }
    }
}
