import Instruments
import Testing

@testable import Analysis

/// What is stated against what is named.
struct OverlapTests {
  private func record(_ least: String = "") -> SmallRecord {
    SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text", "id: words, type: list", "id: stated, type: list",
      ],
      rule: [
        "unit: pupil", "minimum: { units: 10 }", "measures:",
        "  - { id: overlap, kind: overlap, of: words, among: stated, \(least)"
          + "practices: curriculum.self_belief }",
      ])
  }

  /// Twenty lists: kind 10 and caring 4, two of them both; brave 4; fair 3; quiet 5; odd 1.
  private let rows: [String] = {
    var lists = [[String]](repeating: ["loud"], count: 20)
    func add(_ word: String, _ places: Range<Int>) {
      for place in places { lists[place] += [word] }
    }
    add("Kind", 0..<10)
    add("caring", 8..<12)
    add("brave", 0..<4)
    add("fair", 4..<7)
    add("quiet", 10..<15)
    add("odd", 19..<20)
    return lists.enumerated().map { place, words in
      let own = words.dropFirst().isEmpty ? ["loud"] : Array(words.dropFirst())
      return "\(place),\(own.joined(separator: "; ")),"
        + (place == 3 ? "kind / caring; brave; fair; hopeful" : "")
    }
  }()

  private func overlap(_ record: SmallRecord, _ rows: [String]) throws -> (Overlap, EvidenceEntry) {
    let found = try #require(try record.evidence(["pupil,words,stated"] + rows).first)
    guard case .overlap(let overlap) = found.figure else {
      throw Missing()
    }
    return (overlap, found)
  }

  private struct Missing: Error {}

  @Test func `a stated word counts from one list in five, by any of its words`() throws {
    let (found, entry) = try overlap(record(), rows)
    #expect(found.persons == 20 && found.atLeast == 20)
    #expect(found.stated.map(\.word) == ["kind", "brave", "fair", "hopeful"])
    // Twelve name kind or caring; four of twenty are just one in five.
    #expect(found.stated.map(\.persons) == [12, 4, 3, 0])
    #expect(found.stated.map(\.isNamed) == [true, true, false, false])
    #expect((found.named, found.statedCount, found.share) == (2, 4, 50))
    #expect(found.unstated.map(\.word) == ["quiet", "loud"])
    #expect(entry.feeds == .strength && entry.index == nil && entry.family == .lists)
    #expect(entry.figure.isIncomparableNow)
    #expect(try overlap(record(), rows.reversed()).0 == found)
  }

  @Test func `with 0 a word counts from a single list`() throws {
    let (found, _) = try overlap(record("at_least: 0, "), rows)
    #expect((found.named, found.share) == (3, 75))
    #expect(found.unstated.map(\.word) == ["quiet", "loud", "odd"])
  }

  @Test func `an audit tells no number of a few and no word that a few thought of`() throws {
    let (found, _) = try overlap(record(), rows)
    let held = found.heldBack(below: 10)
    #expect(held.stated.map(\.word) == ["kind", "brave", "fair", "hopeful"])
    // Nobody and a few look alike.
    #expect(held.stated.map(\.persons) == [12, nil, nil, nil])
    #expect(held.unstated.isEmpty)
    // Four of twenty are one in five, and too few to be told.
    #expect((held.named, held.statedCount) == (1, 4))
    #expect(held.stated.map(\.isNamed) == [true, false, false, false])
  }

  @Test func `with 0 an audit does not tell a word of one pupil from one of none`() throws {
    let zero = record("at_least: 0, ")
    // Row 19 alone says odd: state it in one school, and a word of nobody in another.
    func held(_ word: String) throws -> Overlap {
      let stated = rows.enumerated().map { $0 == 3 ? "\($1); \(word)" : $1 }
      return try overlap(zero, stated).0.heldBack(below: 10)
    }
    let odd = try held("odd"), nobody = try held("other")
    #expect(odd.stated.map(\.isNamed) == nobody.stated.map(\.isNamed))
    #expect(odd.stated.map(\.persons) == nobody.stated.map(\.persons))
    #expect((odd.named, odd.share) == (nobody.named, nobody.share) && odd.leastPersons == 10)
  }

  @Test func `nothing stated or nobody's list is no overlap`() throws {
    #expect(try record().evidence(["pupil,words,stated", "1,kind,", "2,brave,"]).isEmpty)
    #expect(try record().evidence(["pupil,words,stated", "1,,kind", "2,,"]).isEmpty)
  }

  private let talk = SmallRecord(
    audience: "staff",
    items: [
      "id: voice, type: text",
      "id: role, type: single, role: group, choices: [{ code: teacher }, { code: site }, { code: office }]",
    ],
    rule: [
      "unit: voice", "minimum: { units: 3, settings: 2 }", "measures:",
      "  - { id: heard, kind: overlap, of: role, values: [teacher, site, office], at_least: 0, "
        + "practices: staff.voice }",
    ])

  @Test func `roles that were heard are told by name in file mode and by number in an audit`()
    throws
  {
    let found = try #require(
      try talk.evidence([
        "voice,role", "1,teacher", "2,teacher", "3,site", "4,teacher", "5,teacher",
      ])
      .first)
    #expect(found.base.settings == 2 && found.isEnough)
    guard case .overlap(let heard) = found.figure,
      case .overlap(let held) = found.heldBack(below: 5).figure
    else { throw Missing() }
    #expect(heard.stated.filter { !$0.isNamed }.map(\.word) == ["office"])
    #expect(held.stated.isEmpty && held.unstated.isEmpty)
    #expect((held.named, held.statedCount) == (2, 3))
  }
}

extension EvidenceFigure {
  /// Whether two rounds of it are not compared.
  fileprivate var isIncomparableNow: Bool {
    if case .overlap = self { true } else { false }
  }
}
