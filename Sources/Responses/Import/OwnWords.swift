import Diagnostics
import Instruments

/// What people write who choose none of the choices: "Other (please specify)".
enum OwnWords {
  /// The heading keys and labels under which tools and schools ask for it.
  private static let keys: Set<String> = [
    "other", "other please specify", "other please describe", "other please state",
    "other please say", "other please explain", "other please write", "other specify",
    "other please give details", "please specify", "something else", "other text entry",
  ]

  /// A question of its own after the choices, whatever number it has.
  private static let question = "if you selected other please specify"

  /// Whether a choice is the one for everything else.
  static func isMeant(by point: Point) -> Bool {
    point.words.contains { keys.contains(HeadingKey.of($0)) }
  }

  /// The place of that choice; `nil` where an item has none.
  static func choice(of item: Item) -> Int? { item.format.points.firstIndex(where: isMeant) }

  /// Whether people choose among the answers to an item, and so may find none that fits.
  static func mayBelong(to item: Item) -> Bool {
    switch item.format {
    case .single, .multiple: true
    default: false
    }
  }

  /// The text item that takes the words beside an item: `worried_where_other` for `worried_where`.
  static func home(of item: Item, in instrument: Instrument) -> Item? {
    instrument.item(item.id + "_other").flatMap { home in
      if case .text = home.format { home } else { nil }
    }
  }

  /// The heading keys of a choice for everything else under one of some stems.
  static func choiceKeys(_ stems: [String]) -> [String] {
    stems.flatMap { stem in keys.map { stem + " " + $0 } }
  }

  /// The heading keys of a column of such words under one of some stems.
  static func columnKeys(_ stems: [String]) -> Set<String> {
    Set(choiceKeys(stems).flatMap { [$0, $0 + " text"] })
  }

  /// Whether a column is headed by nothing but this, so that it goes with the one before it.
  static func isAlone(_ column: ExportColumn) -> Bool {
    column.names.contains { keys.contains($0) || $0.hasSuffix(question) }
  }

  /// Whether a text is somebody's own words: not a number or a code, and not nearly a known answer.
  static func isOwn(_ text: some StringProtocol, besides known: [String]) -> Bool {
    let text = String(text).trimmingBlanks
    return text.count { $0.isLetter } > 1 && isNotNear(text, known)
  }

  /// Whether a text is no slip of the pen for a known answer.
  static func isNotNear(_ text: some StringProtocol, _ known: [String]) -> Bool {
    NearestName.suggestion(for: String(text).trimmingBlanks, among: known) == nil
  }
}
