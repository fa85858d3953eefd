import Diagnostics

/// A crosswalk as far as its file could be read: components of its own over another pack's practices.
struct CrosswalkDraft {
  struct Component {
    var id: Located<String>?
    var code: Located<String>?
    var title: Located<String>?
    /// Codes or full ids of the other pack.
    var practices: [Located<String>] = []
    var span: Span
  }

  var id: Located<String>?
  var title: Located<String>?
  var source: Located<String>?
  var crosswalk: Located<String>?
  var components: [Component] = []

  /// The pack with the practices and methods of another one sorted by its components.
  ///
  /// - Returns: `nil` when a part that every pack has could not be read.
  func framework(over base: Framework) -> Framework? {
    guard let id, let title else { return nil }
    return Framework(
      id: id.value, title: title.value, source: source?.value ?? "",
      components: components.compactMap { component in
        guard let id = component.id, let code = component.code else { return nil }
        let practices = component.practices.compactMap { base.practice(named: $0.value) }
        return Framework.Component(
          id: id.value, code: code.value, title: component.title?.value ?? "",
          practices: practices, methods: base.methods(on: practices.map(\.id)))
      }, crosswalk: base.id)
  }
}

extension CrosswalkDraft {
  /// Checks that the file names practices that there are, each once in a component.
  func check(over base: Framework, into sink: inout DiagnosticSink) {
    UniqueIDRule.checkDistinct(components.compactMap(\.id), "component", into: &sink)
    UniqueIDRule.checkDistinct(components.compactMap(\.code), "component code", into: &sink)
    let known = base.components.flatMap(\.practices)
    for component in components {
      if component.practices.isEmpty {
        sink.error(.noPractices(component.id?.value ?? ""), at: component.span)
      }
      var seen: Set<String> = []
      for name in component.practices {
        guard let practice = base.practice(named: name.value) else {
          sink.error(
            .noSuchPractice(name.value, base.id, known: known.map(\.id)), at: name.span)
          continue
        }
        if !seen.insert(practice.id).inserted {
          sink.error(.practiceTwice(name.value), at: name.span)
        }
      }
    }
  }
}

extension Framework {
  /// The methods that are evidence of some practices, each with these practices alone.
  fileprivate func methods(on practices: [String]) -> [Method] {
    components.flatMap(\.methods).compactMap { method in
      var method = method
      method.practices = method.practices.filter(practices.contains)
      return method.practices.isEmpty ? nil : method
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noPractices(_ component: String) -> Self {
    Self(
      id: "crosswalk-empty",
      "the component '\(component.clipped)' has no practices; list those that belong to it, or take "
        + "it out")
  }

  fileprivate static func practiceTwice(_ name: String) -> Self {
    Self(
      id: "crosswalk-repeated",
      "the practice '\(name.clipped)' stands in this component already; delete it here")
  }

  fileprivate static func noSuchPractice(_ name: String, _ pack: String, known: [String]) -> Self {
    let remedy =
      NearestName.question(for: name, among: known)
      ?? "write its id, such as '\(known.first ?? "vision.safety")', or its code"
    return Self(
      id: "unknown-practice", "the pack '\(pack)' has no practice '\(name.clipped)'; \(remedy)")
  }

  static func noSuchPack(_ id: String) -> Self {
    Self(
      id: "unknown-framework",
      "no framework pack of the shelves is called '\(id.clipped)'; write the id of the pack whose "
        + "practices are sorted")
  }

  static func crosswalkOfCrosswalk(_ id: String) -> Self {
    Self(
      id: "crosswalk-of-crosswalk",
      "'\(id.clipped)' is a crosswalk itself; name the pack whose practices it sorts")
  }
}
