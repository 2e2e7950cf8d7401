/// Every rule there is.
package enum RuleCatalogue {
  /// The rules about one entry, in order of ID.
  package static let entryRules: [any EntryRule.Type] = [
    ClutteredURL.self,
    ColonAfterTags.self,
    ConflictingIdentifier.self,
    ConflictingTitle.self,
    ContradictedYear.self,
    DisagreeingIdentifiers.self,
    DoubledMarker.self,
    DoubledSpace.self,
    DuplicateEntry.self,
    EmptyBullet.self,
    EmptyLinkLabel.self,
    ExclamationMark.self,
    ExpiringURL.self,
    FieldOrder.self,
    FullWidthCharacter.self,
    FutureYear.self,
    GarbledText.self,
    IndentedEntry.self,
    InsecureURL.self,
    LinkLabelCase.self,
    LinkOrder.self,
    LinkedTitle.self,
    MalformedKey.self,
    MalformedLink.self,
    MalformedMarker.self,
    MalformedTagBlock.self,
    MalformedURL.self,
    MalformedVenue.self,
    MisnumberedEntry.self,
    MisorderedEntry.self,
    MisplacedCell.self,
    MisplacedPunctuation.self,
    MisplacedSpace.self,
    MissingField.self,
    MissingFullStop.self,
    MissingLineBreak.self,
    MissingLink.self,
    MissingTags.self,
    MissingTitle.self,
    MissingVenue.self,
    MisspeltVenue.self,
    NoBreakSpace.self,
    NonCanonicalArXivURL.self,
    PaperInOtherSection.self,
    PaperLinkToCode.self,
    PlaceholderLink.self,
    RepeatedKey.self,
    RepeatedTag.self,
    RepeatedURL.self,
    RepeatedWord.self,
    SmallInitial.self,
    SmartQuote.self,
    SpaceAroundComma.self,
    SpaceInLink.self,
    StrayFullStop.self,
    StrayText.self,
    TabCharacter.self,
    TrailingSpace.self,
    UnbalancedBracket.self,
    UnclosedEmphasis.self,
    UnexpectedTags.self,
    UnknownCellValue.self,
    UnknownLinkLabel.self,
    UnknownTag.self,
    UnlinkedTitle.self,
    UnmarkedLink.self,
    WrappedEntry.self,
    WrongCellCount.self,
    WrongEmphasis.self,
    WrongIndentation.self,
    WrongLinkSeparator.self,
    WWWInURL.self,
    ZeroWidthCharacter.self,
  ]

  /// The rules about one entry by what registries say, in order of ID.
  package static let factRules: [any FactRule.Type] = [
    ArchivedRepository.self,
    ContradictedVenue.self,
    DeadLink.self,
    EmptyRepository.self,
    GoneRepository.self,
    IneligibleEntry.self,
    MovedLink.self,
    MovedRepository.self,
    OtherPaper.self,
    PublishedPreprint.self,
    RetractedPaper.self,
    UnknownPaper.self,
    WithdrawnPaper.self,
  ]

  /// The rules about what is not inside any one entry, in order of ID.
  package static let listRules: [any ListRule.Type] = [
    ConflictMarker.self,
    LegendLineWithoutBreak.self,
    MissingFinalNewline.self,
    MixedLineEnds.self,
    RepeatedLegendTag.self,
    UnknownSuppression.self,
  ]

  /// The rules about what a contribution made of a list as a whole, in order of ID.
  package static let revisionRules: [any RevisionRule.Type] = [
    BrokenContentsLink.self,
    ConflictingHeading.self,
    EditedGeneratedList.self,
    HeadingMissingFromContents.self,
    OversizedList.self,
    ReformattedEntries.self,
    RowOutsideTable.self,
    StaleCount.self,
    UnmarkedEntry.self,
  ]

  /// All rules, in order of ID.
  package static let all: [any Rule.Type] = {
    let all: [any Rule.Type] =
      entryRules.map { $0 as any Rule.Type } + factRules.map { $0 as any Rule.Type }
      + listRules.map { $0 as any Rule.Type } + revisionRules.map { $0 as any Rule.Type }
    return all.sorted { $0.description.id < $1.description.id }
  }()

  /// The IDs of all rules, in order.
  package static let ids = all.map { $0.description.id }

  /// Returns the rule of an ID.
  package static func rule(_ id: String) -> (any Rule.Type)? {
    all.first { $0.description.id == id }
  }
}
