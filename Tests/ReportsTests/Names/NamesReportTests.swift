import Diagnostics
import Foundation
import Instruments
import Responses
import Testing

@testable import Reports

/// The queue of written names in its three forms.
struct NamesReportTests {
  private static let instrument = """
    id: peers
    version: 1
    title: Peers
    audience: pupils
    privacy: confidential
    sections:
      - id: people
        items:
          - { id: pupil, type: text, role: respondent, text: You }
          - { id: trusted, type: nominate, from: roll, scope: class, max: 3, text: Whom }

    """
  private static let roll = """
    pupil,name,class
    a1,Thomas Brown,Class A
    a2,Tommy Reed,Class A
    a3,Maya Begum,Class A
    a4,Ravi Khan,Class A
    b1,Wilhelmina Featherstonehaugh-Cholmondeley,Class B
    b2,Al Oak,Class B

    """
  private static let names = """
    pupil,one,two,three
    a1,Maya Begun,"=HYPERLINK(""http://x"")",my mum
    a3,Tom,a1,Sir
    a4,TOM,Xavier Quill,a1
    b1,Al,,
    b2,Wilhelmina Featherstonehaugh-Cholmondely,,
    Tom,a3,,

    """

  private func list(showsAll: Bool = true, _ decisions: [NameDecision] = []) throws -> NamesList {
    var sink = DiagnosticSink()
    func file(_ text: String) -> FileSource {
      FileSource(name: "file.csv", bytes: Array(text.utf8))
    }
    let instrument = try #require(
      InstrumentReader().read(Array(Self.instrument.utf8), file: "peers.yaml", into: &sink))
    let roll = try #require(RollImport.read(file(Self.roll), reporting: &sink))
    let outcome = try #require(
      NominationImport.read(
        file(Self.names.replacing("one,two,three", with: "trusted_1,trusted_2,trusted_3")),
        for: instrument, on: roll, options: ImportOptions(),
        decisions: NameDecisions(decisions), reporting: &sink))
    return NamesList(
      outcome.nominations.queue, on: roll, instrument: "peers", showsAll: showsAll)
  }

  private func text(_ list: NamesList) -> String {
    NamesText(list, style: TextStyle(colour: false), heading: AuditSample.heading).text()
  }

  private func decided() throws -> [NameDecision] {
    let tom = try #require(try list().queue.entries.first { $0.times == 2 })
    var decision = tom.decided(.pupil, pupils: ["a2"], note: "asked him")
    (decision.who, decision.at) = ("lead", "2026-11-20 09:00")
    return [decision]
  }

  @Test func `the text fits a terminal and says what, why and what to do`() throws {
    let text = text(try list())
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for words in [
      "What does this name mean?", "\"TOM\" (2 times, Class A)", "(a small class)",
      "Who wrote this row?", "\"Tom\" (row 6)", "one letter from a name", "(most like it)",
      "taken as family", "taken as staff", "\"Xavier Quill\"", "mhars names confirm",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("Class B"), "two who answered could be told apart")
  }

  @Test func `what waits is listed alone unless all is asked for`() throws {
    let some = text(try list(showsAll: false, try decided()))
    #expect(!some.contains("taken as family") && !some.contains("asked him"))
    let all = text(try list(try decided()))
    #expect(all.contains("a2 Tommy Reed, says lead, 2026-11-20 09:00"))
    #expect(all.contains("asked him"))
  }

  @Test func `no form says who wrote a name, and no word is unkind`() throws {
    let all = try list(try decided())
    let json = NamesJSON.write(all, heading: AuditSample.heading, to: ByteSink()).text
    let csv = NamesCSV.write(all, to: ByteSink()).text
    for form in [text(all), json, csv] {
      // Ravi wrote names, and none could mean him.
      for word in ["a4", "Ravi", "unpopular", "rejected", "isolated", "nominator"] {
        #expect(!form.contains(word), "\(word)")
      }
    }
  }

  @Test func `the table has its columns, and no cell acts as a formula`() throws {
    let csv = NamesCSV.write(try list(try decided()), to: ByteSink()).text
    let lines = csv.split(separator: "\r\n").map(String.init)
    #expect(
      lines[0].replacing("\"", with: "")
        == "key,kind,written,class,times,candidates,reason,suggested,decision,pupil,note,who,when")
    #expect(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\""))
    #expect(lines.count { $0.contains("\"pupil\",\"a2\",\"asked him\",\"lead\"") } == 1)
  }

  @Test func `the object has a member for each thing that is known`() throws {
    let json = try NamesJSON.write(
      try list(try decided()), heading: AuditSample.heading, to: ByteSink()
    ).json
    #expect(json["schema"] as? String == "mhars.names/1")
    #expect(json["decided"] as? Int == 1)
    let names = try #require(json["names"] as? [[String: Any]])
    let small = try #require(names.first { $0["written"] as? String == "Al" })
    #expect(small["class"] is NSNull)
    #expect(small["class_reason"] as? String == "suppressed")
    let tom = try #require(names.first { $0["times"] as? Int == 2 })
    let decision = try #require(tom["decision"] as? [String: Any])
    #expect(decision["meaning"] as? String == "pupil")
    #expect(decision["pupils"] as? [String] == ["a2"])
    let row = try #require(names.first { $0["kind"] as? String == "writer" })
    #expect(row["rows"] as? [Int] == [6])
  }
}
