/// How the format of a cell wants its number shown, as far as it changes what the number is.
enum NumberStyle: Equatable, Sendable {
  case plain
  /// A moment: with a day, or only a time of day.
  case moment(showsDay: Bool, showsTime: Bool)
  /// A length of time, in hours beyond 24 or so.
  case elapsed
  /// A whole number with zeros in front, to so many digits.
  case padded(Int)

  /// The style of a format that every workbook knows by its number.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .moment(showsDay: true, showsTime: false)
    case 22: self = .moment(showsDay: true, showsTime: true)
    case 18...21, 32...35, 45, 47, 55, 56: self = .moment(showsDay: false, showsTime: true)
    case 46: self = .elapsed
    default: self = .plain
    }
  }

  /// The style of a format code such as `dd/mm/yyyy hh:mm` or `[$-809]d mmm yy`.
  ///
  /// Letters count outside quotation marks and brackets, and not behind a backslash or the signs
  /// for filling and spacing. `m` is a month unless it stands with hours or seconds alone.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.isElapsed {
      self = .elapsed
      return
    }
    let hasDay = letters.plain.contains { $0 == "d" || $0 == "y" }
    let hasTime = letters.plain.contains { $0 == "h" || $0 == "s" }
    if hasDay || hasTime || letters.plain.contains("m") {
      self = .moment(showsDay: hasDay || !hasTime, showsTime: hasTime)
    } else if code.count > 1, code.count <= 20, code.allSatisfy({ $0 == "0" }) {
      self = .padded(code.count)
    } else {
      self = .plain
    }
  }

  private static func letters(of code: String) -> (plain: String, isElapsed: Bool) {
    var plain = ""
    var bracket = ""
    var isElapsed = false
    var (isQuoted, isBracketed, skips) = (false, false, false)
    for letter in code.lowercased() {
      if skips {
        skips = false
      } else if isQuoted {
        isQuoted = letter != "\""
      } else if isBracketed {
        isBracketed = letter != "]"
        if isBracketed { bracket.append(letter) }
        if !isBracketed, let first = bracket.first, "hms".contains(first) {
          isElapsed = isElapsed || bracket.allSatisfy { $0 == first }
        }
      } else {
        switch letter {
        case "\\", "_", "*": skips = true
        case "\"": isQuoted = true
        case "[": (isBracketed, bracket) = (true, "")
        default: plain.append(letter)
        }
      }
    }
    return (plain.replacing("general", with: ""), isElapsed)
  }
}
