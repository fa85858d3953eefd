import Foundation
import Testing

@testable import Store

/// The recipes that an audit keeps by name.
struct RecipeFolderTests {
  private let test: TestAudit

  init() throws { test = try TestAudit() }

  @Test func `a name is no path`() {
    for name in ["pupils", "pupils 2026", "Schüler_2-b"] { #expect(Audit.isRecipeName(name)) }
    for path in ["", " x", "x ", "a/b", "../a", "pupils.csv", ".", "a\nb", "C:map", "a\\b"] {
      #expect(!Audit.isRecipeName(path), "\(path)")
    }
    #expect(!Audit.isRecipeName(String(repeating: "a", count: 61)))
  }

  @Test func `recipes are listed by name, and what is none of them is passed over`() throws {
    #expect(try test.audit.recipes().isEmpty)
    try test.audit.keepRecipe(Array("b".utf8), as: "second")
    try test.audit.keepRecipe(Array("a".utf8), as: "first")
    for other in ["notes.txt", "draft.csv.part", "a.b.csv"] {
      try Data().write(to: URL(filePath: test.audit.folder + "/recipes/" + other))
    }
    #expect(try test.audit.recipes() == ["first", "second"])
    try test.audit.keepRecipe(Array("c".utf8), as: "first")
    let path = test.audit.recipePath("first")
    #expect(FileManager.default.contents(atPath: path) == Data("c".utf8))
  }

  @Test func `a copy takes the recipes along, and one that was changed in it is told`() throws {
    try test.audit.keepRecipe(Array("a".utf8), as: "first")
    let copy = test.place.path + "/copy"
    let backup = try Backup.make(of: test.audit, at: copy, on: someDay)
    #expect(backup.files["recipes/first.csv"] != nil)
    _ = try Backup.restore(from: copy, to: test.place.path + "/again")
    #expect(try Audit.open(test.place.path + "/again", for: .reading).recipes() == ["first"])
    try Data("b".utf8).write(to: URL(filePath: copy + "/recipes/first.csv"))
    #expect(throws: StoreTrouble.damaged(file: copy + "/backup.json")) {
      try Backup.restore(from: copy, to: test.place.path + "/third")
    }
  }
}
