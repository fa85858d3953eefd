/// The codes by which texts name their languages, such as `en`, `cy` or `zh-Hant` (BCP 47).
enum LanguageCode {
  /// Whether a text has the form of a language code.
  static func isValid(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count) else { return false }
    guard language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
        }
    }
  }

  /// The code with the language's own name before it, where the name is known.
  static func described(_ code: String) -> String {
    names[code].map { "\($0) (\(code))" } ?? "'\(code)'"
  }

  private static let names = [
    "cy": "Cymraeg", "en": "English", "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig",
    "lt": "Lietuvių", "pl": "Polski", "pt": "Português", "ro": "Română", "so": "Soomaali",
    "es": "Español", "sq": "Shqip", "tr": "Türkçe",
  ]
}
