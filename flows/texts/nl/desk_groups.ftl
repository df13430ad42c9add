groups-name-long = Kies een kortere naam, van hoogstens { $most } tekens.
groups-name-taken = Een andere groep heet al zo.
groups-gone = Deze groep is er niet meer: de groepen zijn opnieuw berekend en anders uitgevallen.
