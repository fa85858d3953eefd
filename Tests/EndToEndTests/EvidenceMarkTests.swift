import Foundation
import Testing

/// Every sentence of the gap table that states a figure ends in the short ids of what it rests on.
struct EvidenceMarkTests {
  private func report() throws -> Program.Run {
    let folder = Program.root.appending(path: "SampleData/records").path
    let records = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { String($0.dropLast(4)) }
    return try SampleRuns.text(
      ["gaps"] + SampleRuns.sources.map { "SampleData/\($0).csv" }
        + records.map { "SampleData/records/\($0).csv" }
        + (SampleRuns.sources + records).flatMap { ["--instrument", $0] }
        + [
          "--roll", "SampleData/roll.csv", "--population", "staff=42", "--population",
          "pupils=240", "--population", "parents=190", "--framework", "islington-mhars",
        ])
  }

  /// The sentences below a heading, each with the lines that it goes on in, by how they start.
  private func sentences(_ heading: String, _ starts: Regex<Substring>, in run: Program.Run)
    throws -> [String]
  {
    let lines = run.lines
    let first = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "\(heading)")
    var found: [String] = []
    for line in lines[(first + 1)...].prefix(while: { !$0.isEmpty }) {
      if line.prefixMatch(of: starts) != nil {
        found.append(line)
      } else if !found.isEmpty {
        found[found.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
    return found
  }

  @Test func `findings, gaps, practices, tallies and entries name their evidence`() throws {
    let run = try report()
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    for (heading, starts, fewest) in [
      ("Look at these first", #/  • /#, 3), ("Practices furthest", #/\S.*C\d\.P/#, 5),
    ] {
      let found = try sentences(heading, starts, in: run)
      #expect(found.count >= fewest, "\(heading)")
      // What nobody looked at rests on nothing.
      for sentence in found where !sentence.contains("Nobody looked at") {
        #expect(sentence.contains(/\[E[0-9E– ]+\]$/), "\(sentence)")
      }
    }
    // Below its component, each entry is a sentence or a row of a table under the word "Voices".
    let entries = try sentences("What was seen", #/   \S/#, in: run)
      .filter { !$0.hasSuffix("Voices") }
    #expect(entries.count >= 50)
    for entry in entries { #expect(entry.contains(/\[E[0-9]+\]/), "\(entry)") }
    for gap in try sentences("Who sees it differently", #/\d  /#, in: run) {
      #expect(gap.contains(/\[E[0-9E– ]+\]\./), "\(gap)")
    }
    for tally in try sentences("What th", #/C\d  /#, in: run) {
      // What the words mean stands below the last of them, in quotes.
      let sources = tally.prefix { $0 != "\"" }.split(separator: ", ")
      #expect(sources.allSatisfy { $0.contains("[E") }, "\(tally)")
    }
    #expect(run.output.contains(/below target \([^)]*\) \[E[0-9E– \n]+\]/))
  }
}
