/// What says by its words that it is no pupil's name: staff, family, or what nobody can read.
///
/// The words decide only where nothing of them fits a pupil; `NameMatcher` sees to that.
struct OtherPerson: Equatable {
  let reason: Nominations.Discard.Reason
  /// The words beside those that say so: the name of the teacher or the cousin.
  let rest: [String]

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "mister", "missus", "doctor", "prof",
    "professor", "teacher", "coach",
  ]
  /// The titles that stand for somebody by themselves.
  private static let wholeTitles: Set<String> = ["miss", "sir", "madam", "teacher", "coach"]
  private static let staff: Set<String> = [
    "teacher", "teachers", "class teacher", "form teacher", "ta", "tas", "teaching assistant",
    "head", "headteacher", "head teacher", "deputy head", "head of year", "form tutor", "tutor",
    "senco", "learning mentor", "school nurse", "counsellor", "school counsellor", "caretaker",
    "dinner lady", "lunchtime supervisor", "midday supervisor", "librarian", "staff",
  ]
  private static let family: Set<String> = [
    "mum", "mums", "mummy", "mam", "mom", "mommy", "mother", "dad", "dads", "daddy", "father",
    "parent", "parents", "family", "brother", "brothers", "sister", "sisters", "sibling",
    "siblings", "cousin", "cousins", "aunt", "aunty", "auntie", "uncle", "nan", "nana", "nanna",
    "nanny", "gran", "granny", "grandma", "grandmother", "grandad", "granddad", "grandpa",
    "grandfather", "grandparents", "stepmum", "stepdad", "stepbrother", "stepsister",
  ]
  private static let illegible: Set<String> = [
    "illegible", "unreadable", "not readable", "not legible", "cant read", "cannot read",
    "cant read it", "cannot be read", "could not read",
  ]
  /// What may stand before such words and says nothing.
  private static let fillers: Set<String> = [
    "my", "our", "the", "a", "an", "all", "and", "big", "little", "older", "younger", "baby",
  ]

  /// Reads a text as `NameKey` has it; `nil` where it says nothing of the kind.
  init?(_ key: String) {
    let words = NameKey.tokens(key)
    if Self.illegible.contains(words.joined(separator: " ")) {
      self.init(reason: .illegible, rest: [])
      return
    }
    let own = Array(words.drop(while: Self.fillers.contains))
    guard let first = own.first else { return nil }
    if Self.staff.contains(own.joined(separator: " ")) {
      self.init(reason: .staff, rest: [])
    } else if Self.titles.contains(first) {
      let rest = Array(own.drop(while: Self.titles.contains))
      guard !rest.isEmpty || own.contains(where: Self.wholeTitles.contains) else { return nil }
      self.init(reason: .staff, rest: rest)
    } else if Self.family.contains(first) {
      self.init(
        reason: .family,
        rest: own.filter { !Self.family.contains($0) && !Self.fillers.contains($0) })
    } else {
      return nil
    }
  }

  private init(reason: Nominations.Discard.Reason, rest: [String]) {
    self.reason = reason
    self.rest = rest
  }
}
