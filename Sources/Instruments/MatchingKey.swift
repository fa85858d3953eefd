extension StringProtocol {
  /// The text as headings and answer labels are compared.
  ///
  /// Case, spacing, look-alike apostrophes, quotation marks and hyphens, and punctuation at the end
  /// do not count. Letters with composed and separate accents are equal, as in every `String`.
  public var matchingKey: String {
    var key = folded
    while let last = key.last, ":?*.!".contains(last) || last == " " { key.removeLast() }
    return key
  }

  /// The text in lower case with single spaces and one kind of apostrophe, quotation mark, hyphen.
  ///
  /// Invisible characters that copying leaves behind are dropped.
  public var folded: String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in lowercased().unicodeScalars {
      guard let kept = plain(scalar) else { continue }
      if kept.properties.isWhitespace {
        pendingSpace = !scalars.isEmpty
        continue
      }
      if pendingSpace { scalars.append(" ") }
      pendingSpace = false
      scalars.append(kept)
    }
    return String(scalars).replacing("...", with: "…")
  }

  private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x0060, 0x00B4, 0x2032, 0xFF07: "'"
    case 0x201C...0x201F, 0x00AB, 0x00BB, 0xFF02: "\""
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0x00AD: nil
    default: scalar
    }
  }
}
