extension StringProtocol {
  /// The text as headings and answer labels are compared.
  ///
  /// Case, spacing, look-alike apostrophes, quotation marks and hyphens, and punctuation at the end
  /// do not count. Letters with composed and separate accents are equal, as in every `String`.
  public var matchingKey: String {
    var key = folded
    // Few texts end in one of these, and a look at the last byte says so.
    guard let last = key.utf8.last, ":?*.! ".utf8.contains(last) else { return key }
    while let last = key.last, ":?*.!".contains(last) || last == " " { key.removeLast() }
    return key
  }

  /// The text in lower case with single spaces and one kind of apostrophe, quotation mark, hyphen.
  ///
  /// Invisible characters that copying leaves behind are dropped.
  public var folded: String {
    if let plain = asciiFolded { return plain }
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

  /// The same for text of plain letters, byte by byte; `nil` for any other.
  private var asciiFolded: String? {
    utf8.withContiguousStorageIfAvailable { bytes -> String? in
      var (dots, hasOther) = (0, false)
      for byte in bytes {
        dots = byte == 0x2E ? dots + 1 : 0
        hasOther = hasOther || byte >= 0x80 || dots > 2
      }
      if hasOther { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { room in
        var filled = 0
        var pendingSpace = false
        for byte in bytes {
          if byte == 0x20 || (0x09...0x0D).contains(byte) {
            pendingSpace = filled > 0
            continue
          }
          if pendingSpace {
            room[filled] = 0x20
            filled += 1
          }
          pendingSpace = false
          let isUpper = (0x41...0x5A).contains(byte)
          room[filled] = isUpper ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
          filled += 1
        }
        return filled
      }
    } ?? nil
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
