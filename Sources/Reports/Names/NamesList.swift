public import Responses

/// The written names of a round and what was decided, for the safeguarding lead.
public struct NamesList: Sendable {
  public let queue: NameQueue
  public let roll: Roll
  /// The id of the instrument that asked for names.
  public let instrument: String
  /// Whether those are listed that do not wait: settled by their words, or decided.
  public let showsAll: Bool

  public init(_ queue: NameQueue, on roll: Roll, instrument: String, showsAll: Bool) {
    self.queue = queue
    self.roll = roll
    self.instrument = instrument
    self.showsAll = showsAll
  }

  /// The entries that are listed.
  var entries: [NameQueue.Entry] { showsAll ? queue.entries : queue.waiting }

  /// A pupil by id and name.
  func label(_ pupil: Int) -> String {
    let id = roll.ids[pupil].clippedName
    let name = roll.displayName(pupil).clippedName
    return id == name ? id : "\(id) \(name)"
  }
}

extension NameQueue.Entry {
  /// The class of those who wrote it, as far as it is said.
  var classWords: String { shownClass ?? (isSmallClass ? "a small class" : "") }

  /// Where it stands, in a word.
  var stateWord: String {
    switch state {
    case .open: "open"
    case .taken(let reason): reason.rawValue
    case .decided: "decided"
    }
  }
}

extension NameReason {
  /// The reason for a reader.
  var words: String {
    switch self {
    case .hiddenCharacters: "it has characters that cannot be seen"
    case .sameName: "several pupils have this name"
    case .otherOrder: "the name of two pupils, with the words in either order"
    case .leaverToo: "the name of a pupil and of somebody who has left"
    case .spoiltID: "an id as spreadsheets spoil it"
    case .initials: "initials"
    case .firstName: "a first name only"
    case .lastName: "a last name only"
    case .shortForm: "a short form, nickname or beginning of a name"
    case .accents: "the same but for accents"
    case .oneEdit: "one letter from a name"
    case .near: "near a name"
    case .amongWords: "a whole name among other words"
    case .wordInCommon: "a word in common"
    case .nobodyLike: "like nobody's name on the roll"
    }
  }
}

extension NameDecision {
  /// What was decided, for a reader; pupils by `label`.
  func words(_ label: (String) -> String) -> String {
    let named = Wording.listed(pupils.map(label))
    return switch meaning {
    case .pupil: named
    case .not: "not \(named)"
    case .staff: "staff"
    case .family: "family"
    case .noOne: "no one"
    case .illegible: "illegible"
    case .offRoll: "off the roll"
    }
  }
}
