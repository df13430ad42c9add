network-name = Give the network a name.
network-kind = Choose what kind of network it is.
network-estimate = Estimate the number of people with a number up to ten million, or leave it empty.
network-scale = Influence and interest go from 1 (little) to 5 (much).
network-contact = That is too long: { $most } characters fit here.
network-label = Give the poster a name of at most { $most } characters.
network-gone = There is no such network.
network-made-already = This was made into a network already.
