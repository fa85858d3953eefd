import Diagnostics

/// A framework pack as far as its file could be read, each part with its place.
struct FrameworkDraft {
  struct Component {
    var id: Located<String>?
    var code: Located<String>?
    var title: Located<String>?
    var practices: [Practice] = []
    var methods: [Method] = []
  }

  struct Practice {
    /// The bare word, without its component.
    var id: Located<String>?
    var code: Located<String>?
    var label: Located<String>?
  }

  struct Method {
    var id: Located<String>?
    var label: Located<String>?
    var dataTypes: [Located<Framework.Method.DataType>] = []
    var respondents: Located<String>?
    /// Codes, full ids, or bare words of the same component.
    var practices: [Located<String>] = []
    var minimum: Located<String>?
    var rule: Located<String>?
  }

  var id: Located<String>?
  var title: Located<String>?
  var source: Located<String>?
  var components: [Component] = []

  /// The full id of the practice that a method names; `nil` when the pack has none such.
  func practiceID(_ name: String, in component: Component) -> String? {
    let own = component.practices.contains { $0.id?.value == name }
    if own, let id = component.id?.value { return "\(id).\(name)" }
    for other in components {
      guard let id = other.id?.value else { continue }
      for practice in other.practices {
        guard let word = practice.id?.value else { continue }
        if practice.code?.value == name || "\(id).\(word)" == name { return "\(id).\(word)" }
      }
    }
    return nil
  }

  /// The pack that the draft describes.
  ///
  /// - Returns: `nil` when a part that every pack has could not be read.
  func framework() -> Framework? {
    guard let id, let title else { return nil }
    return Framework(
      id: id.value, title: title.value, source: source?.value ?? "",
      components: components.compactMap { component in
        guard let id = component.id, let code = component.code else { return nil }
        return Framework.Component(
          id: id.value, code: code.value, title: component.title?.value ?? "",
          practices: component.practices.compactMap { $0.practice(in: id.value) },
          methods: component.methods.compactMap { $0.method(in: component, of: self) })
      })
  }
}

extension FrameworkDraft.Practice {
  fileprivate func practice(in component: String) -> Framework.Practice? {
    guard let id, let code else { return nil }
    return Framework.Practice(
      id: "\(component).\(id.value)", code: code.value, label: label?.value ?? "")
  }
}

extension FrameworkDraft.Method {
  fileprivate func method(in component: FrameworkDraft.Component, of draft: FrameworkDraft)
    -> Framework.Method?
  {
    guard let id else { return nil }
    return Framework.Method(
      id: id.value, label: label?.value ?? "", dataTypes: dataTypes.map(\.value),
      respondents: respondents?.value ?? "",
      practices: practices.compactMap { draft.practiceID($0.value, in: component) },
      minimum: minimum?.value ?? "", rule: rule?.value ?? "")
  }
}
