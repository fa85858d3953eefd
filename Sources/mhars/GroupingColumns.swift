import Analysis
import Diagnostics
import Instruments
import Responses

/// Finds what `--by` names: an item, a column of the roll, or a column of the file.
struct GroupingColumns {
  private enum Place {
    case item(String)
    case roll(LabelColumn)
    case file
  }

  private let places: [(by: String, place: Place)]
  private let instrument: Instrument
  private let roll: Roll?

  init(by: [String], instrument: Instrument, roll: Roll?) {
    self.instrument = instrument
    self.roll = roll
    places = by.map { name in
      if let item = instrument.item(named: name) { return (name, .item(item.id)) }
      if let column = roll?.labels(headed: name) { return (name, .roll(column)) }
      return (name, .file)
    }
  }

  /// The columns that the import has to keep.
  var headingsOfFile: [String] {
    places.compactMap { if case .file = $0.place { $0.by } else { nil } }
  }

  /// Headings under which a file says who somebody is.
  private static let naming = [
    "name", "email", "email address", "upn", "username", "ip address", "pupil",
  ]

  /// Reports an id of responses that would put a person beside anonymous scores.
  func report(identifier: String, to sink: inout DiagnosticSink) {
    if instrument.privacy == .anonymous, Self.naming.contains(identifier.matchingKey) {
      sink.error(.personsByName(identifier, instrument.id), at: Location(file: instrument.id))
    }
  }

  /// Reports a roll that must not be joined to the answers, and items that cannot split figures.
  func report(roll: String?, to sink: inout DiagnosticSink) {
    if let roll {
      if instrument.privacy == .anonymous {
        sink.error(.rollForAnonymous(instrument.id), at: Location(file: roll))
      } else if instrument.respondent == nil {
        sink.error(.rollWithoutRespondent(instrument.id), at: Location(file: roll))
      }
    }
    for place in places where instrument.privacy == .anonymous {
      if case .file = place.place, (Self.naming + ["id"]).contains(place.by.matchingKey) {
        sink.error(.splitByPerson(place.by, instrument.id), at: Location(file: instrument.id))
      }
    }
    for place in places {
      guard case .item(let id) = place.place, let item = instrument.item(id) else { continue }
      switch item.format {
      case .scale, .single: break
      default: sink.error(.cannotSplit(id), at: Location(file: instrument.id))
      }
    }
  }

  /// Reports what is neither an item nor a column of the roll, where there is no file.
  func reportUnknown(to sink: inout DiagnosticSink) {
    let known = instrument.items.filter { $0.role == .group }.map(\.id)
    for name in headingsOfFile {
      sink.error(.noSuchGrouping(name, known: known), at: Location(file: instrument.id))
    }
  }

  /// The groupings of a table in the order of `--by`.
  func groupings(of table: ResponseTable) -> [Grouping] {
    var pupils: [Int32]?
    return places.compactMap { entry in
      switch entry.place {
      case .item(let id):
        return table.codes(id).map { Grouping(by: entry.by, codes: $0) }
      case .file:
        return table.extras[entry.by].map { Grouping(by: entry.by, labels: $0) }
      case .roll(let column):
        guard let roll, let item = instrument.respondent,
          case .texts(let respondents)? = table.items[item.id]
        else { return nil }
        let rows = pupils ?? roll.pupils(of: respondents)
        pupils = rows
        return Grouping(by: entry.by, labels: column, rows: rows)
      }
    }
  }
}

extension Diagnostic.Message {
  static func rollForAnonymous(_ instrument: String) -> Self {
    Self(
      id: "roll-for-anonymous",
      "'\(instrument)' is anonymous, so its answers are never tied to a roll; leave --roll out")
  }

  static func rollWithoutRespondent(_ instrument: String) -> Self {
    Self(
      id: "roll-without-respondent",
      "'\(instrument)' has no item that says who answered (role: respondent), so --roll has "
        + "nothing to join; leave it out")
  }

  static func splitByPerson(_ column: String, _ instrument: String) -> Self {
    Self(
      id: "split-by-person",
      "'\(column.clipped)' says who answered, and '\(instrument)' promised that nobody can tell; "
        + "split by a group instead")
  }

  static func personsByName(_ column: String, _ instrument: String) -> Self {
    Self(
      id: "persons-by-name",
      "'\(column.clipped)' says who answered, and '\(instrument)' promised that nobody can tell; "
        + "leave --id out, since 'row' leads back to the file")
  }

  static func nothingToCompare(_ value: String, known: [String]) -> Self {
    Self(
      id: "nothing-to-compare",
      "no response has the value '\(value.clipped)' of --compare; "
        + NearestName.remedy(for: value, among: known, lead: "the values are"))
  }

  static func noSuchGrouping(_ name: String, known: [String]) -> Self {
    Self(
      id: "no-such-grouping",
      "'\(name.clipped)' is no item; "
        + NearestName.remedy(for: name, among: known, lead: "answers can be split by"))
  }

  static func cannotSplit(_ item: String) -> Self {
    Self(
      id: "cannot-split",
      "the item '\(item)' cannot split figures; choose one that is answered with one choice")
  }
}
