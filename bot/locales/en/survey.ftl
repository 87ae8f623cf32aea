# The survey of how content people are (SKM, PermenPANRB 14/2017): questions, answers, and what they come to in reports.

survey-title = <b>Public Satisfaction Survey</b> · { $service }
survey-begins = The service for request { $ticket } has ended. Would you tell us how it was? { $n } questions, one tap each. Answers are counted without names and change nothing about how you are served.
survey-asks = <b>{ $place }/{ $n }</b> { $question }
survey-thanks = Thank you. What you said has been counted, without your name.
survey-passed = All right. You will not be asked about this service again this quarter.
button-survey-pass = Skip
survey-question = { $element ->
    [requirements] Did what was asked of you suit the service?
    [procedure] How easy was the procedure?
    [time] How fast was the service?
    [cost] How fair was what it cost?
    [product] Was the result what had been promised?
    [competence] How able were the officials?
    [conduct] How polite and friendly were the officials?
    [complaints] How were complaints and questions dealt with?
   *[facilities] How good were the facilities?
 }
survey-grade = { $word ->
    [requirements-1] Not at all
    [requirements-2] Hardly
    [requirements-3] Yes
    [requirements-4] Very well
    [procedure-1] Not easy
    [procedure-2] Hardly easy
    [procedure-3] Easy
    [procedure-4] Very easy
    [time-1] Not fast
    [time-2] Hardly fast
    [time-3] Fast
    [time-4] Very fast
    [cost-1] Very expensive
    [cost-2] Rather expensive
    [cost-3] Cheap
    [cost-4] Free
    [product-1] Not at all
    [product-2] Hardly
    [product-3] Yes
    [product-4] Very much so
    [competence-1] Not able
    [competence-2] Hardly able
    [competence-3] Able
    [competence-4] Very able
    [conduct-1] Neither
    [conduct-2] Hardly
    [conduct-3] Polite and friendly
    [conduct-4] Very polite and friendly
    [complaints-1] Not at all
    [complaints-2] There was a way, it did not work
    [complaints-3] It worked, not at its best
    [complaints-4] Very well
    [facilities-1] Poor
    [facilities-2] Fair
    [facilities-3] Good
   *[facilities-4] Very good
 }
survey-element = { $element ->
    [requirements] Requirements
    [procedure] System and procedure
    [time] Time taken
    [cost] Cost
    [product] Result of the service
    [competence] Competence of officials
    [conduct] Conduct of officials
    [complaints] Handling of complaints and suggestions
   *[facilities] Facilities
 }
survey-quality = { $letter ->
    [A] A (very good)
    [B] B (good)
    [C] C (poor)
   *[D] D (bad)
 }
report-survey = Public Satisfaction Survey
report-survey-quarter = Period
report-survey-asked = Asked
report-survey-answered = Answered
report-survey-index = Index (SKM)
report-survey-quality = Quality
report-survey-all = All of it
report-survey-note = The index is counted for each quarter by PermenPANRB 14/2017, from answers without names. Where fewer than { $n } have answered, it is not shown.
report-survey-elements = Values by Element
report-survey-element = Element of the service
report-survey-judged = Judged by
report-survey-value = Mean value (NRR)
report-survey-formula = Everyone is asked about some elements, by turns. The mean value is that of the answers from 1 to 4; every element that was judged has the same weight, and the weighted sum times 25 is the index.
survey-list-service = Service
survey-list-grade = Judged { $grade }
