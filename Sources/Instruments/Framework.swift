/// A framework pack: the components of school life, their practices, and the ways to find out.
public struct Framework: Hashable, Sendable {
  /// An area of school life, such as `networks` (`C2`).
  public struct Component: Hashable, Sendable {
    public var id: String
    public var code: String
    public var title: String
    public var practices: [Practice]
    public var methods: [Method]

    public init(
      id: String, code: String, title: String, practices: [Practice], methods: [Method]
    ) {
      self.id = id
      self.code = code
      self.title = title
      self.practices = practices
      self.methods = methods
    }
  }

  /// Something that a school does, such as `networks.kindness` (`C2.P5`).
  public struct Practice: Hashable, Sendable {
    /// The id with its component, as `component.practice`.
    public var id: String
    public var code: String
    public var label: String

    public init(id: String, code: String, label: String) {
      self.id = id
      self.code = code
      self.label = label
    }
  }

  /// A way to find out what is happening, such as `C2.M3`.
  public struct Method: Hashable, Sendable {
    /// What kind of data a method yields.
    public enum DataType: String, Hashable, Sendable, CaseIterable {
      case scale, nominations, records, observation, list, text, artefact, comparison, journey
      case event
    }

    public var id: String
    public var label: String
    public var dataTypes: [DataType]
    public var respondents: String
    /// The ids of the practices that the method is evidence of.
    public var practices: [String]
    /// The least evidence with which the method says anything, in words.
    public var minimum: String
    /// How the evidence becomes a score, a gap or a signal, in words.
    public var rule: String

    public init(
      id: String, label: String, dataTypes: [DataType], respondents: String, practices: [String],
      minimum: String, rule: String
    ) {
      self.id = id
      self.label = label
      self.dataTypes = dataTypes
      self.respondents = respondents
      self.practices = practices
      self.minimum = minimum
      self.rule = rule
    }
  }

  public var id: String
  public var title: String
  public var source: String
  public var components: [Component]

  public init(id: String, title: String, source: String, components: [Component]) {
    self.id = id
    self.title = title
    self.source = source
    self.components = components
  }
}
