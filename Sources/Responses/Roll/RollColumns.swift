import Diagnostics

/// Which column of a roll is what, by its heading and never by its place.
struct RollColumns {
  let header: [String]
  let places: [RollHeading: Int]
  let identifier: Int
  /// Further columns that tell pupils apart: they are checked and not kept.
  let otherIDs: [Int]
  /// The columns that are kept as groups, class and year among them, in the order of the file.
  let groups: [Int]
  /// The columns that are not kept.
  let leftOut: [Int]
  /// Whether ids are national numbers, which carry a check letter.
  let hasCheckLetters: Bool
  /// Whether a blank year means a pupil who is gone.
  let isYearDated: Bool
  /// Whether the classes stand in lists of all that a pupil attends.
  let hasCourseLists: Bool

  /// Finds the columns; `nil` where they are not clear, and `sink` says why.
  init?(_ header: [String], at location: Location, reporting sink: inout DiagnosticSink) {
    let keys = header.map(HeadingKey.of)
    let places = Self.places(keys)
    let errors = sink.errorCount
    Self.reportLookAlikes(header, keys, at: location, to: &sink)
    guard let identifier = places[.identifier] else {
      if sink.errorCount == errors { sink.error(.rollWithoutIDs, at: location) }
      return nil
    }
    self.header = header
    self.places = places
    self.identifier = identifier
    let used = Set(places.filter { $0.key != .class && $0.key != .year }.values)
    let further = keys.indices.filter { !used.contains($0) }
    let isID = { (column: Int) in RollHeading.identifier.keys.contains(keys[column]) }
    otherIDs = further.filter(isID)
    let chosen = [places[.class], places[.year]]
    groups = further.filter { !isID($0) && (chosen.contains($0) || Self.isGroup(keys[$0])) }
    leftOut = further.filter { [groups] in !groups.contains($0) }
    hasCheckLetters = RollHeading.isUPN(keys[identifier])
    isYearDated = places[.year].map { RollHeading.isDatedYear(keys[$0]) } ?? false
    hasCourseLists = places[.class].map { RollHeading.isCourseList(keys[$0]) } ?? false
    reportTwins(keys, at: location, to: &sink)
    if sink.errorCount > errors { return nil }
  }

  private static func places(_ keys: [String]) -> [RollHeading: Int] {
    var places: [RollHeading: Int] = [:]
    for heading in RollHeading.allCases { places[heading] = heading.column(in: keys) }
    // Beside "Legal Surname", a "Surname" is the one in daily use.
    for (legal, daily) in [
      (RollHeading.forename, RollHeading.preferredForename), (.surname, .preferredSurname),
    ] where places[daily] == nil {
      guard let place = places[legal], keys[place].hasPrefix("legal ") else { continue }
      places[daily] = keys.indices.first {
        legal.keys.contains(keys[$0]) && !keys[$0].hasPrefix("legal ")
      }
    }
    return places
  }

  /// Whether a further column may split pupils: one with a heading that is neither private, nor
  /// one more way to write a name, a date or a list of courses.
  private static func isGroup(_ key: String) -> Bool {
    let isPrivate = PrivateHeading.matches(LookAlike.latin(key) ?? key)
    if key.isEmpty || isPrivate || RollHeading.isCourseList(key) { return false }
    let known = RollHeading.allCases.filter { $0.keys.contains(key) }
    return known.allSatisfy { $0 == .class || $0 == .year }
  }

  private func reportTwins(
    _ keys: [String], at location: Location, to sink: inout DiagnosticSink
  ) {
    let kept = Set(places.values).union(groups).union(otherIDs).sorted()
    var told: Set<String> = []
    for column in kept where told.insert(keys[column]).inserted {
      let same = keys.indices.filter { keys[$0] == keys[column] }
      if same.count > 1 { sink.error(.headingTwice(header[column], columns: same), at: location) }
    }
  }

  private static func reportLookAlikes(
    _ header: [String], _ keys: [String], at location: Location, to sink: inout DiagnosticSink
  ) {
    for (heading, key) in zip(header, keys) {
      guard let plain = LookAlike.latin(key), RollHeading.isKnown(plain) else { continue }
      sink.error(.lookAlikeHeading(heading, plain), at: location)
    }
  }
}

extension Diagnostic.Message {
  static func lookAlikeHeading(_ heading: String, _ plain: String) -> Self {
    Self(
      id: "heading-look-alike",
      "the heading '\(NameScript.revealed(heading).clipped)' looks like '\(plain)' but has "
        + "letters of another alphabet; type it again")
  }
}
