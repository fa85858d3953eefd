/// Why a written name is a question.
public enum NameReason: String, Sendable, CaseIterable {
  /// Several pupils have just this name.
  case sameName = "same_name"
  /// It is the name of one pupil, and that of another with the words the other way round.
  case otherOrder = "other_order"
  /// It is the name of a pupil, and that of somebody who has left.
  case leaverToo = "leaver_too"
  /// It equals the name of one pupil, and one of the two has characters that nobody sees.
  case hiddenCharacters = "hidden_characters"
  /// It is an id as spreadsheets spoil them.
  case spoiltID = "spoilt_id"
  case initials
  case firstName = "first_name"
  case lastName = "last_name"
  /// A short form or the beginning of a name.
  case shortForm = "short_form"
  /// The same but for accents.
  case accents
  /// One letter is put in, left out, replaced, or swapped with its neighbour.
  case oneEdit = "one_edit"
  case near
  /// A whole name stands among other words.
  case amongWords = "among_words"
  /// A word of it is a word of a name.
  case wordInCommon = "word_in_common"
  /// No name on the roll is like it; asked only of who wrote a row.
  case nobodyLike = "nobody_like"

  /// What was asked before: a key and its candidates.
  struct Question: Hashable {
    let key: String
    let candidates: [Int32]
  }
}
