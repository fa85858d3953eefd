/// The headings of what a school system knows of a pupil and nobody needs here.
///
/// Such columns are never kept: no figure is made of them, and they would lie in the audit.
enum PrivateHeading {
  private static let words: Set<String> = [
    "birth", "dob", "birthday", "email", "emails", "mail", "address", "addresses", "postcode",
    "phone", "telephone", "tel", "mobile", "contact", "contacts", "parent", "parents", "carer",
    "carers", "guardian", "guardians", "mother", "father", "emergency", "medical", "allergies",
    "doctor", "photo", "nhs", "passport", "uln", "username", "login", "password",
  ]
  private static let whole: Set<String> = [
    "post code", "street", "town", "county", "house number", "middle name", "middle names",
    "middle name s", "initials",
  ]

  /// Whether a heading as `HeadingKey` spells it is one of them.
  static func matches(_ key: String) -> Bool {
    whole.contains(key) || key.split(separator: " ").contains { words.contains(String($0)) }
  }
}
