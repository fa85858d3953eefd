import Instruments
import Responses
import Testing

@testable import Analysis

/// What an audit shows of nominations.
struct NominationReleaseTests {
  /// Classes with their year, how many are on roll, and how many of these answered.
  private func figures(_ classes: [(name: String, year: String, pupils: Int, answered: Int)])
    throws -> NominationFigures
  {
    var roll = ["pupil,class,year"]
    var names = ["pupil,trusted_1,trusted_2"]
    for group in classes {
      for pupil in 0..<group.pupils {
        let id = "\(group.name)\(group.year)-"
        roll.append("\(id)\(pupil),\(group.name),\(group.year)")
        let named = (pupil + 1) % max(2, group.pupils)
        if pupil < group.answered { names.append("\(id)\(pupil),\(id)\(named),") }
      }
    }
    return try #require(try PeerSample.analyse(names, roll: roll)).figures
  }

  /// The labels of the groups whose figures are held back.
  private func held(
    _ classes: [(name: String, year: String, pupils: Int, answered: Int)], minimum: Int = 5
  ) throws -> [String] {
    try figures(classes).released(under: .audit(minimum: minimum)).figures.places
      .filter { $0.figures == nil }.map(\.label)
  }

  @Test func `groups with enough pupils and answers are shown`() throws {
    let release = try figures([("A", "3", 8, 6), ("B", "4", 9, 9)])
      .released(under: .audit(minimum: 5))
    #expect(release.figures.groups.map(\.label) == ["A", "B", "Year 3", "Year 4", "School"])
    #expect(release.figures.ledger?.used == 15)
  }

  @Test func `a class of which few answered takes the other of its year with it`() throws {
    let found = try held([
      ("A", "3", 12, 3), ("B", "3", 12, 12), ("C", "4", 9, 9), ("D", "4", 9, 6),
    ])
    #expect(found == ["A", "B"])
  }

  @Test func `a class that is its year takes another year and its classes with it`() throws {
    let found = try held([
      ("A", "3", 4, 4), ("B", "4", 8, 8), ("C", "4", 9, 9), ("D", "5", 12, 12), ("E", "5", 12, 12),
    ])
    #expect(found == ["A", "B", "C", "Year 3", "Year 4"])
  }

  @Test func `years that share a class do not give away a class of one year`() throws {
    let found = try held([
      ("A", "3", 12, 12), ("M", "3", 6, 6), ("M", "4", 6, 6), ("B", "4", 12, 12),
      ("C", "5", 3, 3), ("D", "5", 14, 14),
    ])
    #expect(found == ["C", "D"])
  }

  @Test func `a school of too few shows that it is there, and its roll`() throws {
    let release = try figures([("A", "3", 4, 4)]).released(under: .audit(minimum: 5)).figures
    #expect(release.groups.isEmpty && release.places.map(\.label) == ["A", "Year 3", "School"])
    #expect(release.ledger == nil && release.withoutGroup == nil && release.pupils == 4)
  }

  @Test func `the holder sees everything, the lead no group that would say who named whom`() throws
  {
    let figures = try figures([("A", "3", 2, 2), ("B", "4", 8, 8)])
    #expect(figures.released(under: .holder).figures.groups.count == 5)
    let lead = figures.released(under: .lead).figures
    #expect(lead.groups.map(\.label) == ["B", "Year 4"])
    #expect(lead.places.count == 5)
  }

  @Test func `a lead sees nothing that such a group is part of, since the other parts are shown`()
    throws
  {
    let part = try figures([("A", "3", 2, 2), ("B", "3", 8, 8), ("C", "4", 9, 9)])
    #expect(part.released(under: .lead).figures.groups.map(\.label) == ["B", "C", "Year 4"])
    // A class of which nobody answered has nothing to give away.
    let absent = try figures([("A", "3", 5, 0), ("B", "3", 8, 8)])
    #expect(absent.released(under: .lead).figures.groups.map(\.label) == ["B", "Year 3", "School"])
  }
}
