/// The relationships of a part: where the parts are that it names.
final class Relationships: XMLTaker {
  /// One part that is named.
  struct Target {
    let id: String
    /// The last word of the kind, such as `worksheet`.
    let kind: Substring
    /// Its path from the root of the archive.
    let path: String
  }

  private(set) var targets: [Target] = []
  private let folder: [Substring]

  /// - Parameter folder: The path of the folder that the naming part stands in.
  init(folder: String) { self.folder = folder.split(separator: "/") }

  func begin(_ element: String, _ attributes: [String: String]) throws {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
      targets.count < ZipArchive.entryLimit
    else { return }
    let kind = type.split(separator: "/").last ?? ""
    targets.append(Target(id: id, kind: kind, path: path(target)))
  }

  func take(_ text: String) throws {}
  func end(_ element: String) throws {}

  /// The path that a target means; it cannot lead out of the archive.
  private func path(_ target: String) -> String {
    let written = target.replacing("\\", with: "/")
    var steps = written.hasPrefix("/") ? [] : folder
    for step in written.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The sheets of a workbook in the order of their tabs, and how it counts days.
final class WorkbookIndex: XMLTaker {
  /// A sheet as the workbook lists it.
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  /// Whether the root element is that of a workbook.
  private(set) var isWorkbook = false
  private var isRoot = true

  func begin(_ element: String, _ attributes: [String: String]) throws {
    if isRoot { isWorkbook = element == "workbook" }
    isRoot = false
    switch element {
    case "workbookPr":
      is1904 = ["1", "true"].contains((attributes["date1904"] ?? "").lowercased())
    case "sheet" where sheets.count < ZipArchive.entryLimit:
      let id = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relationship: id ?? "",
          isHidden: ["hidden", "veryHidden"].contains(attributes["state"] ?? "visible")))
    default: break
    }
  }

  func take(_ text: String) throws {}
  func end(_ element: String) throws {}
}
