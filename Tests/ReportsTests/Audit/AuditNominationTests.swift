import Analysis
import Foundation
import Reports
import Testing

/// Nominations of an audit: counted for everybody, listed for the safeguarding lead alone.
struct AuditNominationTests {
  private let plain = TextStyle(colour: false)

  /// Whether a text holds an id or a name of a pupil, or a name that somebody wrote.
  private func names(_ text: String) -> Bool {
    AuditSample.names.contains { text.contains($0) } || text.contains(/\b[ab][0-7]\b/)
  }

  @Test func `without the list no report names anybody`() throws {
    let release = try AuditSample.nominations().figures.released(under: AuditSample.policy)
    let text = NominationText(release, pupils: nil, style: plain, heading: AuditSample.heading)
      .text()
    let json = NominationJSON.write(release, pupils: nil, to: ByteSink())
    let csv = NominationCSV.write(release, pupils: nil, to: ByteSink())
    for written in [text, String(decoding: json.bytes, as: UTF8.self), "\(csv.cells)"] {
      #expect(!names(written), "\(written)")
    }
    #expect(text.hasPrefix("Who may be isolated · Larkfield Primary · autumn 2026"))
    #expect(text.contains("groups under 5 held back"))
    #expect(text.contains("1 written name and 1 row wait for a person"))
    #expect(text.contains("--named prints the safeguarding lead's list"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `a class of which too few answered is held back with the other`() throws {
    let release = try AuditSample.nominations().figures.released(under: AuditSample.policy)
    let json = try NominationJSON.write(release, pupils: nil, to: ByteSink()).json
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["pupils"] as? Int } == [nil, nil, nil, nil, 14])
    #expect(groups[0]["pupils_reason"] as? String == "suppressed")
    func members(_ group: [String: Any]) -> Set<String> {
      Set(group.keys.filter { !$0.hasSuffix("_reason") })
    }
    #expect(members(groups[0]) == members(groups[4]))
    for name in ["pupils", "moved", "chase", "unresolved", "off_roll"] {
      #expect(json[name] is NSNull && json[name + "_reason"] as? String == "not asked for by name")
    }
    let waiting = try #require(json["waiting"] as? [String: Int])
    #expect(waiting == ["written_names": 1, "rows": 1])
    let cells = NominationCSV.write(release, pupils: nil, to: ByteSink()).cells
    #expect(Set(cells.map(\.count)).count == 1 && cells.map { $0[2] }.contains("held back"))
    let text = NominationText(release, pupils: nil, style: plain).text()
    #expect(text.contains("\"held back\": fewer than 5 pupils"))
  }

  @Test func `with the list the lead sees what the holder of the files sees`() throws {
    let (figures, pupils) = try AuditSample.nominations()
    /// The lines without the advice where decisions are kept, which only an audit does.
    func text(_ policy: ReleasePolicy) -> [Substring] {
      var lines = NominationText(figures.released(under: policy), pupils: pupils, style: plain)
        .text().split(separator: "\n")
      if let start = lines.firstIndex(where: { $0.hasPrefix("To decide ") }),
        let end = lines[start...].firstIndex(where: { $0.hasSuffix(".") })
      {
        lines.removeSubrange(start...end)
      }
      return lines
    }
    let (lead, holder) = (text(.lead), text(.holder))
    #expect(lead.dropFirst() == holder.dropFirst())
    #expect(lead[0].hasSuffix("for the safeguarding lead; seen on record"))
    let audit = NominationText(
      figures.released(under: AuditSample.policy), pupils: pupils, style: plain
    ).text()
    #expect(audit.contains("for the safeguarding lead; seen on record") && names(audit))
    let lists = try [ReleasePolicy.lead, .holder].map { policy in
      try #require(
        NominationJSON.write(figures.released(under: policy), pupils: pupils, to: ByteSink())
          .json["pupils"] as? [[String: Any]])
    }
    for (seen, held) in zip(lists[0], lists[1]) {
      #expect(seen["pupil"] as? String == held["pupil"] as? String)
      let levels = (seen["level"] as? String, held["level"] as? String)
      #expect(levels.0 == levels.1 || (levels.0 == nil && ["E", "F"].contains(levels.1)))
    }
  }

  @Test(arguments: [ReleasePolicy.lead, .holder])
  func `pupils of whom nothing is shown stand in the order of ids, which says nothing`(
    policy: ReleasePolicy
  ) throws {
    let roll = ["pupil,class", "a0,A", "a1,A", "a2,A", "b0,B", "b1,B", "b2,B"]
    // Of class A only a0 answered, and named a1: a2 is named by nobody.
    let names = ["pupil,trusted_1,trusted_2", "a0,a1,", "b0,b1,b2", "b1,b0,b2", "b2,b0,b1"]
    let pupils = try AuditSample.nominations(names, on: roll).pupils
    let cells = PupilCSV.write(pupils, under: policy, to: ByteSink()).cells
    let hidden = cells.filter { $0.contains("Too few answered to say") }.map { $0[0] }
    #expect(hidden == ["a0", "a1", "a2"])
  }

  @Test func `a pupil who did not answer has no grade beside the level`() throws {
    let (_, pupils) = try AuditSample.nominations()
    let cells = PupilCSV.write(pupils, under: .holder, to: ByteSink()).cells
    // Counted from the end, since the meaning of a level holds a comma.
    func fromEnd(_ name: String) throws -> Int {
      cells[0].count - (try #require(cells[0].firstIndex(of: name)))
    }
    let (grade, chance) = try (fromEnd("grade"), fromEnd("p_true_zero"))
    let absent = cells.filter { $0.contains("N") }
    #expect(!absent.isEmpty)
    for row in absent {
      #expect(row[row.count - grade].isEmpty && row[row.count - chance].isEmpty)
    }
  }

  @Test func `the meaning of a range is told of a range that the table has`() throws {
    let roll = ["pupil,name,class", "a0,Ann Ash,A", "a1,Abe Ash,A", "a2,Abe Elm,A"]
    let names = ["pupil,trusted_1,trusted_2", "a0,a1,Abe", "a1,a0,", "a2,a0,a1"]
    let figures = try AuditSample.nominations(names, on: roll).figures
    let text = NominationText(figures.released(under: .holder), pupils: nil, style: plain).text()
    let found = try #require(text.firstMatch(of: /"(\d+ to \d+)" says/))
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("A ") && $0.contains(found.1) })
  }

  @Test func `the list says nothing of a pupil but where to look, and leaves room to decide`()
    throws
  {
    let (figures, pupils) = try AuditSample.nominations()
    let text = NominationText(figures.released(under: .lead), pupils: pupils, style: plain).text()
    let csv = PupilCSV.write(pupils, under: .lead, to: ByteSink())
    for written in [text, String(decoding: csv.bytes, as: UTF8.self)] {
      for word in [
        "unpopular", "popular", "reject", "lonely", "loner", "outsider", "bully", "victim",
        "disorder", "depress", "score", "rank",
      ] { #expect(!written.lowercased().contains(word), "\(word)") }
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("A name here is a reason to look, not a finding."))
    #expect(words.contains("nothing about being disliked"))
    #expect(text.contains("[ ] known, supported"))
    let heading = csv.cells[0]
    #expect(heading.suffix(3) == ["decision", "decided_by", "decided_on"])
    #expect(csv.cells.dropFirst().allSatisfy { $0.suffix(3) == ["", "", ""] })
  }
}
